#!/bin/sh
# Runs all tests on SQLite, and those that reach a database once more on PostgreSQL where one answers.
# With CI set, PostgreSQL and Redis must answer. Arguments go to pytest.
set -eu
python=.venv/bin/python
status=0

services=$($python -m tests.services)
postgres=$(echo "$services" | sed -n 's/^postgres //p')

echo "== All tests, on SQLite =="
env -u DATABASE_URL $python -m pytest -n 2 --dist loadfile "$@" || status=$?

if [ -n "$postgres" ]; then
  echo "== What reaches a database, on PostgreSQL =="
  # The browser tests, the pure rooms and the whole demo know no PostgreSQL.
  without=
  for path in architecture aws browser contract form management/test_demo.py management/test_processes.py sandbox; do
    without="$without --ignore=tests/$path"
  done
  # shellcheck disable=SC2086
  DATABASE_URL=$postgres $python -m pytest -n 2 --dist loadfile -m "not browser" $without "$@" || status=$?
else
  echo "No PostgreSQL answers on the standard port, and DATABASE_URL names none: the tests ran on SQLite alone."
fi
exit $status
