#!/bin/sh
# Asks Django about the settings of a deployment, with sample variables and none of this machine's.
set -eu
exec env -i PATH="$PATH" HOME="${HOME:-/}" \
  SECRET_KEY="$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
  ALLOWED_HOSTS=models.example.com \
  DATABASE_URL=postgres://models_ui@127.0.0.1:5432/models_ui \
  .venv/bin/python manage.py check --deploy --fail-level WARNING
