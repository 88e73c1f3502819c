"""Signs an envelope by Python's zeep (xmlsec), and verifies one of ours: KEY CERT FILE.

Ends with an error unless zeep believes FILE; writes an envelope that zeep signed, with a Timestamp, to stdout.
"""

import datetime
import sys

from lxml import etree
from zeep import ns
from zeep.wsse.signature import BinarySignature
from zeep.wsse.utils import WSU, get_security_header
import xmlsec

key_file, cert_file, ours = sys.argv[1:]

signer = BinarySignature(
    key_file,
    cert_file,
    signature_method=xmlsec.Transform.RSA_SHA256,
    digest_method=xmlsec.Transform.SHA256,
)
signer.verify(etree.parse(ours).getroot())

envelope = etree.fromstring(
    '<s:Envelope xmlns:s="%s"><s:Header/><s:Body><a>chào</a></s:Body></s:Envelope>' % ns.SOAP_ENV_11
)
now = datetime.datetime.now(datetime.timezone.utc)
security = get_security_header(envelope)
security.append(WSU.Timestamp(WSU.Created(now.isoformat()), WSU.Expires((now + datetime.timedelta(minutes=5)).isoformat())))
signer.apply(envelope, {})
sys.stdout.write(etree.tostring(envelope, encoding="unicode"))
