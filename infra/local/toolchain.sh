# Finds the programs that building and running need, and says plainly what is missing.
# Sourced by ./mvnw and ./tertulia; works with the bash of macOS (3.2) too.
# shellcheck shell=bash

JDK_VERSION=25
NODE_VERSION=20.19
MAVEN_VERSION=3.8.7
FETCH_SECONDS=300
APERTIUM_PAIR=eng-spa

say() { printf '%s\n' "$*" >&2; }

missing() {
    say "$1"
    shift
    local line
    for line in "$@"; do say "  $line"; done
    exit 1
}

is_jdk() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] &&
        grep -Eq "^JAVA_VERSION=\"$JDK_VERSION[.\"+-]" "$1/release"
}

jdk_on_path() {
    local java
    java=$(command -v java) && java=$(readlink -f "$java" 2>/dev/null) && dirname "$(dirname "$java")"
}

# Sets and exports JAVA_HOME: the one given if it fits, else the first JDK of the right version in
# the places where they are usually installed.
require_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /usr/local/lib/jvm/* \
        /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    missing "Tertulia needs a JDK $JDK_VERSION, and there is none in JAVA_HOME, on the PATH or in the usual places." \
        "Install one beside the Java you have, which may stay the default one:" \
        "  Debian, Ubuntu, Fedora: Eclipse Temurin's packages (temurin-$JDK_VERSION-jdk)" \
        "  macOS:                  brew install openjdk@$JDK_VERSION" \
        "  SDKMAN:                 sdk install java $JDK_VERSION-tem" \
        "Or tell where one is:     export JAVA_HOME=/path/to/jdk-$JDK_VERSION"
}

# at_least 3.9.1 3.8.7: whether the first version is not older than the second.
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

# Installs Debian packages where that is possible without asking: as root, with apt.
install_packages() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "Installing from Debian's packages: $*"
    local log install=(apt-get install -y --no-install-recommends)
    log=$(mktemp)
    # Only what waits for the network is bounded: what unpacks must not be broken off.
    if ! { timeout "$FETCH_SECONDS" apt-get update &&
        timeout "$FETCH_SECONDS" "${install[@]}" --download-only "$@" &&
        DEBIAN_FRONTEND=noninteractive "${install[@]}" "$@"; } >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# install_without_start ejabberd: a package that brings a service of the system, which is not to run by itself.
install_without_start() (
    policy=/usr/sbin/policy-rc.d
    [ "$(id -u)" = 0 ] || return 1
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    install_packages "$1" && { update-rc.d "$1" disable >/dev/null 2>&1 || true; }
)

# require_program kcat kcat: the program, from the Debian package if need be.
require_program() {
    command -v "$1" >/dev/null || install_packages "$2" && command -v "$1" >/dev/null ||
        missing "$1 is missing." "Install it, on Debian with: sudo apt-get install $2"
}

# Whether Apertium is here and translates between English and Spanish.
has_apertium() {
    command -v apertium >/dev/null && apertium -l 2>/dev/null | grep -w "$APERTIUM_PAIR" >/dev/null
}

# What translation-service translates with, unless it is told to use something else: installed where that is possible,
# named where it is not. Everything works without.
offer_apertium() {
    case ${TERTULIA_TRANSLATION_ENGINES:-apertium} in *apertium*) ;; *) return 0 ;; esac
    has_apertium || install_packages apertium "apertium-$APERTIUM_PAIR" ||
        say "Messages are not translated: Apertium is missing." \
            "Install it, on Debian with: sudo apt-get install apertium apertium-$APERTIUM_PAIR"
}

has_maven() {
    local version
    command -v mvn >/dev/null || return 1
    version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    [ -n "$version" ] && at_least "$version" "$MAVEN_VERSION"
}

has_node() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        at_least "$(node --version | tr -d v)" "$NODE_VERSION"
}

require_node() {
    has_node || { install_packages nodejs npm && has_node; } ||
        missing "Tertulia's web app is built with Node.js $NODE_VERSION or newer and npm; here is: $(node --version 2>/dev/null || echo none)." \
            "Install it, for example with your system's packages (nodejs, npm), nvm or brew."
}
