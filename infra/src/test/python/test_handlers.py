"""The handlers of infra/migration and infra/smoke-test, with clients that answer what AWS documents."""
import importlib.util
import io
import json
import os
import pathlib
import sys
import types
import unittest
from unittest import mock

INFRA = pathlib.Path(__file__).parents[3]


def load(folder, clients):
    """A handler's module, with these for the clients that it makes."""
    boto3 = types.SimpleNamespace(client=clients.__getitem__)
    spec = importlib.util.spec_from_file_location("handler", INFRA / folder / "index.py")
    module = importlib.util.module_from_spec(spec)
    with mock.patch.dict(sys.modules, boto3=boto3):
        spec.loader.exec_module(module)
    return module


class MigrationTest(unittest.TestCase):
    def setUp(self):
        self.codebuild = mock.Mock()
        self.codebuild.start_build.return_value = {"build": {"id": "project:1"}}
        self.handler = load("migration/handler", {"codebuild": self.codebuild})

    def test_a_change_starts_the_project(self):
        for request in "Create", "Update":
            started = self.handler.start({"RequestType": request, "ResourceProperties": {"Project": "project"}}, None)
            self.assertEqual({"Build": "project:1"}, started["Data"])
        self.codebuild.start_build.assert_called_with(projectName="project")

    def test_a_deletion_leaves_the_schema_alone(self):
        self.handler.start({"RequestType": "Delete", "ResourceProperties": {"Project": "project"}}, None)
        self.assertTrue(self.handler.is_complete({"RequestType": "Delete"}, None)["IsComplete"])
        self.codebuild.start_build.assert_not_called()

    def test_it_is_complete_when_the_build_has_succeeded(self):
        self.assertFalse(self.watch("IN_PROGRESS")["IsComplete"])
        self.assertTrue(self.watch("SUCCEEDED")["IsComplete"])

    def test_any_other_end_is_a_failure_that_names_the_log(self):
        for status in "FAILED", "FAULT", "TIMED_OUT", "STOPPED":
            with self.assertRaisesRegex(RuntimeError, f"{status}: https://log"):
                self.watch(status)

    def watch(self, status):
        build = {"buildStatus": status, "logs": {"deepLink": "https://log"}}
        self.codebuild.batch_get_builds.return_value = {"builds": [build]}
        return self.handler.is_complete({"RequestType": "Create", "Data": {"Build": "project:1"}}, None)


class SmokeTestTest(unittest.TestCase):
    def verdict(self, answer, error=None):
        codedeploy, functions = mock.Mock(), mock.Mock()
        functions.invoke.return_value = {"Payload": io.BytesIO(json.dumps(answer).encode())}
        if error:
            functions.invoke.return_value["FunctionError"] = error
        handler = load("smoke-test", {"codedeploy": codedeploy, "lambda": functions})
        with mock.patch.dict(os.environ, VERSION="arn:version:2"):
            handler.handler({"DeploymentId": "d", "LifecycleEventHookExecutionId": "h"}, None)
        self.assertEqual("arn:version:2", functions.invoke.call_args.kwargs["FunctionName"])
        self.assertEqual("2.0", json.loads(functions.invoke.call_args.kwargs["Payload"])["version"])
        report = codedeploy.put_lifecycle_event_hook_execution_status.call_args.kwargs
        self.assertEqual(("d", "h"), (report["deploymentId"], report["lifecycleEventHookExecutionId"]))
        return report["status"]

    def test_a_version_that_refuses_the_key_is_good(self):
        self.assertEqual("Succeeded", self.verdict({"statusCode": 401}))

    def test_any_other_version_is_not(self):
        self.assertEqual("Failed", self.verdict({"statusCode": 503}))
        self.assertEqual("Failed", self.verdict({"statusCode": 200}))
        self.assertEqual("Failed", self.verdict({"errorMessage": "timed out"}, error="Unhandled"))


if __name__ == "__main__":
    unittest.main()
