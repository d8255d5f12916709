# Sourced by mvnw and nanospace: points JAVA_HOME at a JDK 21 or newer, or says in one line what is missing.
# Every name starts with jdk_, for it shares the names of the script that sources it.

jdk_major() { # prints the major version of the JDK in folder $1, or nothing when there is none
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_serves() {
  jdk_version=$(jdk_major "$1")
  [ -n "$jdk_version" ] && [ "$jdk_version" -ge 21 ]
}

jdk_of_path() { # prints the folder behind the first javac on the PATH
  jdk_javac=$(command -v javac) || return 0
  while [ -L "$jdk_javac" ]; do
    jdk_target=$(readlink "$jdk_javac")
    case $jdk_target in /*) jdk_javac=$jdk_target ;; *) jdk_javac=$(dirname "$jdk_javac")/$jdk_target ;; esac
  done
  dirname "$(dirname "$jdk_javac")"
}

jdk_newest() { # prints the newest fitting JDK of the usual folders, or nothing
  set +f # mvnw switches globbing off
  jdk_best='' jdk_best_version=0
  for jdk_candidate in \
    "${SDKMAN_CANDIDATES_DIR:-$HOME/.sdkman/candidates}"/java/* \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    if jdk_serves "$jdk_candidate" && [ "$jdk_version" -gt "$jdk_best_version" ]; then
      jdk_best=$jdk_candidate jdk_best_version=$jdk_version
    fi
  done
  printf '%s' "$jdk_best"
}

if ! { [ -n "${JAVA_HOME-}" ] && jdk_serves "$JAVA_HOME"; }; then
  jdk_found=$(jdk_of_path)
  jdk_serves "$jdk_found" || jdk_found=$(jdk_newest)
  if [ -z "$jdk_found" ]; then
    echo "Nano Space needs a JDK 21 or newer: install one (for example from https://adoptium.net) or point JAVA_HOME at it." >&2
    exit 1
  fi
  JAVA_HOME=$jdk_found
  export JAVA_HOME
fi
