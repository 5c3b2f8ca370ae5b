#!/usr/bin/env bash
# Makes models/zhengwen-embed and models/zhengwen-read from nothing: a virtual environment, then the recipe. Goes on where it was stopped.
set -euo pipefail
cd "$(dirname "$0")"
[ -d .venv ] || python3.11 -m venv .venv
.venv/bin/pip install --quiet --requirement requirements.txt
exec .venv/bin/python -m recipe --work .work --out ../zhengwen-embed --reader ../zhengwen-read "$@"
