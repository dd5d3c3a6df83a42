"""Answers questions, one a line, until there are no more: {"script": ..., "arguments": [...]}.

Each script beside this file has a function `answer`. One process answers many questions, so that what is slow to begin
with (Python itself, a schema of thousands of lines) is paid for once.
"""

import importlib
import json
import os
import sys
import traceback
from pathlib import Path

# What a validator prints by itself is no answer.
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)
sys.path.insert(0, str(Path(__file__).parent))

for line in sys.stdin:
    question = json.loads(line)
    try:
        script = importlib.import_module(question["script"])
        answer = {"answer": script.answer(*question["arguments"])}
    except Exception:
        answer = {"error": traceback.format_exc(limit=-3)}
    print(json.dumps(answer, default=str), file=answers, flush=True)
