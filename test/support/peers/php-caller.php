<?php
/**
 * Calls a SOAP service by PHP's SoapClient: one job as JSON on stdin, one answer for each call as JSON on stdout; the
 * same job and answers as in zeep-caller.py.
 */
declare(strict_types=1);

const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const PROFILE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0';

/** PHP has no WS-Security of its own: the header as people write it by hand. */
function security(array $job): SoapHeader
{
    $created = gmdate('Y-m-d\TH:i:s\Z');
    $nonce = random_bytes(16);
    $password = $job['digest'] ? base64_encode(sha1($nonce . $created . $job['password'], true)) : $job['password'];
    $kind = PROFILE . ($job['digest'] ? '#PasswordDigest' : '#PasswordText');
    $xml = '<o:Security xmlns:o="' . WSSE . '" xmlns:u="' . WSU . '"><o:UsernameToken><o:Username>'
        . htmlspecialchars($job['username'], ENT_XML1) . '</o:Username><o:Password Type="' . $kind . '">'
        . htmlspecialchars($password, ENT_XML1) . '</o:Password><o:Nonce>' . base64_encode($nonce)
        . "</o:Nonce><u:Created>$created</u:Created></o:UsernameToken></o:Security>";
    return new SoapHeader(WSSE, 'Security', new SoapVar($xml, XSD_ANYXML), true);
}

function given(mixed $value): mixed
{
    if (!is_array($value)) return $value;
    if (array_keys($value) === ['base64']) return base64_decode($value['base64']);
    return array_map('given', $value);
}

function shown(mixed $value): mixed
{
    if (is_object($value)) $value = get_object_vars($value);
    if (is_array($value)) return array_map('shown', $value);
    return is_string($value) && !preg_match('//u', $value) ? ['base64' => base64_encode($value)] : $value;
}

$job = json_decode(stream_get_contents(STDIN), true, 64, JSON_THROW_ON_ERROR);
$client = new SoapClient($job['wsdl'], [
    'location' => $job['endpoint'],
    'soap_version' => str_ends_with($job['binding'], '12') ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
]);
$answers = [];
foreach ($job['calls'] as ['operation' => $operation, 'arguments' => $arguments]) {
    try {
        $result = $client->__soapCall($operation, [given($arguments)], null, [security($job)]);
        $answers[] = ['result' => shown($result)];
    } catch (SoapFault $fault) {
        $detail = $fault->detail->EOfficeFault ?? throw $fault;
        $answers[] = ['fault' => ['code' => $detail->code, 'retryable' => $detail->retryable === 'true', 'field' => (array) ($detail->field ?? [])]];
    }
}
echo json_encode($answers, JSON_THROW_ON_ERROR);
