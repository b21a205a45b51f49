"""Asks a new version for a report before it gets traffic, with a key that nobody has.

Answered 401, it has started, logged in to the database and looked the key up in a table that is there.
"""
import json
import os
import pathlib

import boto3

codedeploy = boto3.client("codedeploy")
functions = boto3.client("lambda")
EVENT = (pathlib.Path(__file__).parent / "unknown-key.json").read_bytes()


def handler(event, _context):
    answer = functions.invoke(FunctionName=os.environ["VERSION"], Payload=EVENT)
    body = json.loads(answer["Payload"].read())
    print("answered", body)
    refused = "FunctionError" not in answer and body.get("statusCode") == 401
    codedeploy.put_lifecycle_event_hook_execution_status(
        deploymentId=event["DeploymentId"],
        lifecycleEventHookExecutionId=event["LifecycleEventHookExecutionId"],
        status="Succeeded" if refused else "Failed",
    )
