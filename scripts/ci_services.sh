#!/usr/bin/env bash
# What the slow suites run against, installed where it is missing: PostgreSQL, and Java for Spark.
# A failure is named and is no error: the tests that need it are then skipped, by name.
set -uo pipefail

JAVA_WANTED=17

has_postgres() { compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; }

has_java() {
    local java=${JAVA_HOME:+$JAVA_HOME/bin/java} release
    release=$("${java:-java}" -version 2>&1 | sed -nE 's/.*version "(1\.)?([0-9]+).*/\2/p' | head -n 1)
    [ "${release:-0}" -ge "$JAVA_WANTED" ]
}

install() { # has_it, what to call it, packages of which the first that there is will do
    local has_it=$1 title=$2 package
    shift 2
    "$has_it" && return
    for package in "$@"; do
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" \
            >/dev/null 2>&1 && "$has_it" && return
    done
    echo "$title could not be installed: the tests that need it will be skipped by name"
}

if ! has_postgres || ! has_java; then
    apt-get update -qq >/dev/null 2>&1
fi
install has_postgres "PostgreSQL" postgresql
install has_java "Java $JAVA_WANTED" "openjdk-$JAVA_WANTED-jre-headless" default-jre-headless
exit 0
