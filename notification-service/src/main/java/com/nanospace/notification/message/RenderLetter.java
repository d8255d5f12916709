package com.nanospace.notification.message;

import com.nanospace.notification.NotificationConfig;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a message into words. What people wrote is escaped by the HTML templates, as their file name
 * makes Qute do, and can't break out of a line elsewhere.
 */
@ApplicationScoped
public class RenderLetter {

  private static final Pattern GAP = Pattern.compile("\n(?:[ \t]*\n){2,}");
  private static final int MAX_SUBJECT = 150;
  private static final int MAX_SUMMARY = 300;

  private final Engine templates;
  private final NotificationConfig config;

  RenderLetter(Engine templates, NotificationConfig config) {
    this.templates = templates;
    this.config = config;
  }

  /**
   * Renders {@code notice}.
   *
   * @param name whom to greet; empty when the name is not known for sure
   */
  public Letter render(Notice notice, Facts facts, String name) {
    Template text = template(notice, "txt");
    String subject = OneLine.of(fragment(text, "subject", facts), MAX_SUBJECT);
    String summary = OneLine.of(fragment(text, "summary", facts), MAX_SUMMARY);
    return new Letter(
        subject,
        summary,
        fill(template(notice, "html").instance(), facts, name, subject, summary),
        tidy(fill(text.instance(), facts, name, subject, summary)));
  }

  /** Only subject and summary, for the list in the app. */
  public Note note(Notice notice, Facts facts) {
    Template text = template(notice, "txt");
    return new Note(
        OneLine.of(fragment(text, "subject", facts), MAX_SUBJECT),
        OneLine.of(fragment(text, "summary", facts), MAX_SUMMARY));
  }

  /** Without the gaps that absent parts leave. */
  private static String tidy(String text) {
    return GAP.matcher(text).replaceAll("\n\n").strip() + "\n";
  }

  private Template template(Notice notice, String suffix) {
    String id = "mail/%s.%s".formatted(notice.wireName(), suffix);
    @Nullable Template template = templates.getTemplate(id);
    if (template == null) {
      throw new IllegalStateException("There is no template " + id);
    }
    return template;
  }

  private static String fragment(Template text, String name, Facts facts) {
    return text.getFragment(name).instance().data("facts", facts).render();
  }

  private String fill(
      TemplateInstance template, Facts facts, String name, String subject, String summary) {
    return template
        .data("facts", facts)
        .data("name", OneLine.of(name))
        .data("subject", subject)
        .data("summary", summary)
        .data("link", config.link(facts.path()))
        .data("home", config.link(""))
        .render();
  }
}
