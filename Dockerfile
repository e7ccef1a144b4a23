# The application: the same image runs the site, the worker, the clock and the migrations.
FROM python:3.11-slim-bookworm AS build
COPY requirements/production.txt /tmp/production.txt
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement /tmp/production.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 STATIC_ROOT=/opt/static
RUN useradd --system --uid 10001 --no-create-home models-ui
COPY --from=build /opt/venv /opt/venv
WORKDIR /opt/models-ui
COPY manage.py ./
COPY config config
COPY models_ui models_ui
COPY static static
COPY templates templates
# The key signs nothing here: it lets the settings load, and stays in this step.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" python manage.py collectstatic --no-input
USER 10001
EXPOSE 8000
CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--worker-class", "gthread", "--no-control-socket"]
