# Sourced by mvnw and nanospace: points JAVA_HOME at a JDK 21 or newer, or says in one line what is missing.

jdk_major() { # prints the major version of the JDK in folder $1, or nothing when there is none
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_serves() {
  major=$(jdk_major "$1")
  [ -n "$major" ] && [ "$major" -ge 21 ]
}

jdk_of_path() { # the folder behind the first javac on the PATH
  javac=$(command -v javac) || return 0
  while [ -L "$javac" ]; do
    target=$(readlink "$javac")
    case $target in /*) javac=$target ;; *) javac=$(dirname "$javac")/$target ;; esac
  done
  dirname "$(dirname "$javac")"
}

jdk_find() {
  case $- in *f*) globbing=off; set +f ;; *) globbing=on ;; esac
  best='' best_major=0
  for home in \
    "${SDKMAN_CANDIDATES_DIR:-$HOME/.sdkman/candidates}"/java/* \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    if jdk_serves "$home" && [ "$major" -gt "$best_major" ]; then
      best=$home best_major=$major
    fi
  done
  [ $globbing = on ] || set -f
  printf '%s' "$best"
}

if ! { [ -n "${JAVA_HOME-}" ] && jdk_serves "$JAVA_HOME"; }; then
  home=$(jdk_of_path)
  jdk_serves "$home" || home=$(jdk_find)
  if [ -z "$home" ]; then
    echo "Nano Space needs a JDK 21 or newer: install one (for example from https://adoptium.net) or point JAVA_HOME at it." >&2
    exit 1
  fi
  JAVA_HOME=$home
  export JAVA_HOME
fi
