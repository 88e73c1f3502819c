"""Calls a SOAP service by Python's zeep: one job as JSON on stdin, one answer for each call as JSON on stdout.

The job: {wsdl, endpoint, binding, username, password, digest, accept?, calls: [{operation, arguments}]}. Bytes stand as
{"base64": "..."}. An answer is {"result": ...} or {"fault": {"code", "retryable", "field"}}; with `accept`, a result has
its content type beside it.
"""

import base64
import datetime
import json
import sys

import zeep
from zeep.helpers import serialize_object
from zeep.wsse.username import UsernameToken
from zeep.wsse.utils import WSU

NAMESPACE = "urn:vn:eoffice:integration:v1"


def given(value):
    if isinstance(value, dict) and set(value) == {"base64"}:
        return base64.b64decode(value["base64"])
    if isinstance(value, dict):
        return {key: given(item) for key, item in value.items()}
    if isinstance(value, list):
        return [given(item) for item in value]
    return value


def shown(value):
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: shown(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [shown(item) for item in value]
    return value


def fault_of(error):
    def texts(name):
        found = error.detail.iterfind(".//{%s}%s" % (NAMESPACE, name))
        return [element.text for element in found]

    return {"code": texts("code")[0], "retryable": texts("retryable")[0] == "true", "field": texts("field")}


def answer(client, service, call):
    client.wsse = token_of(job)
    try:
        result = getattr(service, call["operation"])(**given(call["arguments"]))
    except zeep.exceptions.Fault as error:
        return {"fault": fault_of(error)}
    # zeep gives the value alone where a response has a single element.
    shape = {"contentType": seen[-1]} if "accept" in job else {}
    return {"result": shown(serialize_object(result, dict)), **shape}


def token_of(job):
    if job["digest"]:
        return UsernameToken(job["username"], job["password"], use_digest=True)
    # With a password as text zeep says neither time nor nonce; the contract asks for a time, and takes the very same
    # bytes for a replay: hence microseconds.
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    timestamp = WSU.Timestamp(WSU.Created(now))
    return UsernameToken(job["username"], job["password"], timestamp_token=timestamp)


job = json.load(sys.stdin)
seen = []
client = zeep.Client(job["wsdl"])
if "accept" in job:
    client.transport.session.headers["Accept"] = job["accept"]
    client.transport.session.hooks["response"].append(lambda r, **_: seen.append(r.headers.get("Content-Type", "")))
service = client.create_service("{%s}%s" % (NAMESPACE, job["binding"]), job["endpoint"])
json.dump([answer(client, service, call) for call in job["calls"]], sys.stdout)
