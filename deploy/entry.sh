#!/bin/sh
# What the container does: "web", "worker", "migrate", or any of the site's own commands.
set -eu
umask 077

# A secret comes as a file, and reaches the site as a variable of this process alone.
for name in SECRET_KEY DATABASE OIDC_SECRET; do
    eval "file=\${SIGHTLINE_${name}_FILE:-}"
    if [ -n "$file" ]; then
        value=$(cat "$file")
        export "SIGHTLINE_$name=$value"
        unset "SIGHTLINE_${name}_FILE"
    fi
done

case "${1:-web}" in
web)
    mkdir -p "$SIGHTLINE_WORKSPACE/static"
    cp -R /opt/static/. "$SIGHTLINE_WORKSPACE/static/"
    # Two processes of four threads. A request may take as long as an upload does.
    exec gunicorn sightline.web.wsgi --bind 0.0.0.0:8000 --workers 2 --threads 4 \
        --timeout 120 --graceful-timeout 30 --worker-tmp-dir /dev/shm \
        --forwarded-allow-ips "${SIGHTLINE_PROXY:-127.0.0.1}" --access-logfile /dev/null
    ;;
worker)
    exec python -m sightline.web work --grace 25
    ;;
*)
    exec python -m sightline.web "$@"
    ;;
esac
