"""Has Spark pipe records through `plenary stream`, in executors that are processes of their own.

    spark.py RECORDS ANSWERS PLENARY [ARGUMENT...]

A worker runs in a folder of Spark's own: PLENARY and the paths in the records are absolute. Without `checkCode`, a program
that dies is a job that succeeds.
"""

import shlex
import sys
from pathlib import Path

from pyspark import SparkConf, SparkContext

records, answers, *command = sys.argv[1:]
conf = SparkConf().setMaster("local-cluster[2,1,1024]").setAppName("plenary").set("spark.ui.enabled", "false")
context = SparkContext(conf=conf.set("spark.task.maxFailures", "1"))
context.setLogLevel("ERROR")
lines = context.parallelize(Path(records).read_text(encoding="utf-8").splitlines(), 4)
piped = lines.pipe(shlex.join([*command]), checkCode=True).collect()
Path(answers).write_text("".join(f"{line}\n" for line in piped), encoding="utf-8")
