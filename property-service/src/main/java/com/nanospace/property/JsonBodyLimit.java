package com.nanospace.property;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Keeps JSON bodies at 1 MB in the service whose HTTP server has to let images through. Counts what
 * is read, for a chunked body announces no length.
 */
@Provider
class JsonBodyLimit implements ReaderInterceptor {

  private static final int MAX_BYTES = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw new Refusal(CommonError.TOO_LARGE, "The body is larger than 1 MB");
      }
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
