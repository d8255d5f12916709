package com.nanospace.gateway.limits;

import com.nanospace.gateway.limits.LimitsConfig.PerAddress;
import com.nanospace.gateway.limits.LimitsConfig.PerUser;
import com.nanospace.gateway.routing.RequestClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The limits that there are. */
final class Quotas {

  private Quotas() {}

  static List<Quota> of(LimitsConfig config) {
    return Arrays.stream(RequestClass.values())
        .flatMap(each -> Stream.of(of(each, Scope.ADDRESS, config), of(each, Scope.USER, config)))
        .toList();
  }

  private static Quota of(RequestClass requestClass, Scope scope, LimitsConfig config) {
    int requests =
        switch (scope) {
          case ADDRESS -> of(requestClass, config.perAddress());
          case USER -> of(requestClass, config.perUser());
        };
    return new Quota(requestClass, scope, requests, config.window());
  }

  private static int of(RequestClass requestClass, PerAddress limits) {
    return switch (requestClass) {
      case READ -> limits.read();
      case WRITE -> limits.write();
      case SIGN_IN -> limits.signIn();
      case UPLOAD -> limits.upload();
    };
  }

  private static int of(RequestClass requestClass, PerUser limits) {
    return switch (requestClass) {
      case READ -> limits.read();
      case WRITE -> limits.write();
      case SIGN_IN -> limits.signIn();
      case UPLOAD -> limits.upload();
    };
  }
}
