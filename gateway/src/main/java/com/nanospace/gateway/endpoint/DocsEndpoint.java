package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.edge.SecurityHeaders;
import com.nanospace.gateway.routing.PathPattern;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** {@code /docs}: a page to read and try the API; nothing of it comes from elsewhere. */
@Singleton
class DocsEndpoint implements Endpoint {

  private record Asset(String mediaType, Buffer content) {}

  private static final List<PathPattern> PATHS = List.of(PathPattern.parse("/docs/**"));
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Replies replies;
  private final Map<String, Asset> assets;

  DocsEndpoint(Replies replies) {
    this.replies = replies;
    String ui = "/META-INF/resources/webjars/swagger-ui/" + uiVersion() + "/";
    this.assets =
        Map.of(
            "/docs", asset("text/html; charset=utf-8", "/docs/index.html"),
            "/docs/start.js", asset("text/javascript; charset=utf-8", "/docs/start.js"),
            "/docs/ui.js", asset("text/javascript; charset=utf-8", ui + "swagger-ui-bundle.js"),
            "/docs/ui.css", asset("text/css; charset=utf-8", ui + "swagger-ui.css"),
            "/docs/icon.png", asset("image/png", ui + "favicon-32x32.png"));
  }

  @Override
  public List<PathPattern> paths() {
    return PATHS;
  }

  @Override
  public Future<Void> answer(Exchange exchange, Optional<Caller> caller) {
    Asset asset = assets.get(exchange.target().path());
    if (asset == null) {
      throw new Refusal(GatewayError.NOT_FOUND, "There is nothing here.");
    }
    exchange
        .response()
        .putHeader(SecurityHeaders.CONTENT_POLICY, POLICY)
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    return replies.send(exchange, 200, asset.mediaType(), asset.content());
  }

  private static String uiVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static Asset asset(String mediaType, String resource) {
    try (InputStream in = open(resource)) {
      return new Asset(mediaType, Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = DocsEndpoint.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("no resource " + resource);
    }
    return in;
  }
}
