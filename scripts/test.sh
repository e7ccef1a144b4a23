#!/bin/sh
# Runs all tests on SQLite, and those without a browser once more on PostgreSQL where one answers.
# With CI set, PostgreSQL and Redis must answer. Arguments go to pytest.
set -eu
python=.venv/bin/python

services=$($python -m tests.services)
postgres=$(echo "$services" | sed -n 's/^postgres //p')

echo "== All tests, on SQLite =="
env -u DATABASE_URL $python -m pytest -n 2 --dist loadfile "$@"

if [ -n "$postgres" ]; then
  echo "== All tests without a browser, on PostgreSQL =="
  DATABASE_URL=$postgres $python -m pytest -n 2 --dist loadfile -m "not browser" "$@"
else
  echo "No PostgreSQL answers on the standard port, and DATABASE_URL names none: the tests ran on SQLite alone."
fi
