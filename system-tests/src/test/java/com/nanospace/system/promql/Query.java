package com.nanospace.system.promql;

import com.nanospace.system.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a PromQL query for what it selects. Precedence does not matter for that. What the queries
 * of this repository do not use (subqueries, {@code group_left}, {@code label_replace}) is refused.
 */
public final class Query {

  private static final Set<String> AGGREGATIONS =
      Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk", "quantile");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "absent",
          "avg_over_time",
          "changes",
          "histogram_quantile",
          "increase",
          "max_over_time",
          "min_over_time",
          "rate",
          "vector");
  private static final Set<String> OPERATORS =
      Set.of("+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless");

  private final String text;
  private final List<Token> tokens;
  private int position;

  private Query(String text) {
    this.text = text;
    this.tokens = Token.of(text);
  }

  /**
   * All that the query selects.
   *
   * @throws UnreadableQuery when it can't be read
   */
  public static List<Selector> selectorsOf(String text) {
    Query query = new Query(text);
    List<Selector> selectors = query.expression();
    query.expect(Kind.END);
    return selectors;
  }

  private List<Selector> expression() {
    List<Selector> left = operand();
    while (OPERATORS.contains(next().text()) && next().kind() != Kind.STRING) {
      position++;
      List<String> joinedBy = skips("on") ? labels() : List.of();
      List<Selector> right = operand();
      List<Selector> both = new ArrayList<>(left);
      both.addAll(right);
      left = grouped(both, joinedBy);
    }
    return left;
  }

  private List<Selector> operand() {
    skips("-");
    List<Selector> selectors = atom();
    if (skips("[")) {
      expect(Kind.DURATION);
      expect("]");
    }
    if (skips("offset")) {
      expect(Kind.DURATION);
    }
    return selectors;
  }

  private List<Selector> atom() {
    Token token = next();
    position++;
    return switch (token.kind()) {
      case NUMBER, STRING -> List.of();
      case NAME -> named(token.text());
      case SIGN -> {
        if (!token.is("(")) {
          throw unreadable(token);
        }
        List<Selector> inner = expression();
        expect(")");
        yield inner;
      }
      case DURATION, END -> throw unreadable(token);
    };
  }

  private List<Selector> named(String name) {
    if (AGGREGATIONS.contains(name)) {
      List<String> before = modifier();
      List<Selector> inner = arguments();
      return grouped(grouped(inner, before), modifier());
    }
    if (next().is("(")) {
      if (!FUNCTIONS.contains(name)) {
        throw new UnreadableQuery(text, "no known function: " + name);
      }
      return arguments();
    }
    return List.of(new Selector(name, matchers(), Set.of()));
  }

  private List<String> modifier() {
    return skips("by") || skips("without") ? labels() : List.of();
  }

  private List<Selector> arguments() {
    List<Selector> selectors = new ArrayList<>();
    expect("(");
    do {
      selectors.addAll(expression());
    } while (skips(","));
    expect(")");
    return selectors;
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    expect("(");
    do {
      labels.add(expect(Kind.NAME));
    } while (skips(","));
    expect(")");
    return labels;
  }

  private List<LabelMatcher> matchers() {
    List<LabelMatcher> matchers = new ArrayList<>();
    if (skips("{")) {
      do {
        String label = expect(Kind.NAME);
        String operator = expect(Kind.SIGN);
        String quoted = expect(Kind.STRING);
        matchers.add(new LabelMatcher(label, operator, quoted.substring(1, quoted.length() - 1)));
      } while (skips(","));
      expect("}");
    }
    return matchers;
  }

  private static List<Selector> grouped(List<Selector> selectors, List<String> labels) {
    return selectors.stream().map(selector -> selector.groupedBy(labels)).toList();
  }

  private Token next() {
    return tokens.get(position);
  }

  private boolean skips(String wanted) {
    boolean there = next().is(wanted);
    if (there) {
      position++;
    }
    return there;
  }

  private void expect(String wanted) {
    if (!skips(wanted)) {
      throw new UnreadableQuery(text, "«%s» instead of «%s»".formatted(next().text(), wanted));
    }
  }

  private String expect(Kind wanted) {
    Token token = next();
    if (token.kind() != wanted) {
      throw new UnreadableQuery(text, "«%s» instead of a %s".formatted(token.text(), wanted));
    }
    position++;
    return token.text();
  }

  private UnreadableQuery unreadable(Token token) {
    return new UnreadableQuery(text, "«%s» out of place".formatted(token.text()));
  }
}
