<?php
/**
 * The receiving side of the SOAP bench by PHP's SoapServer, made from the contract: it parses, decodes, takes the digest. Its security
 * header is passed over. Run as the router of `php -S`; BENCH_WSDL says where the contract lies.
 */
declare(strict_types=1);

final class Bench
{
    public function Security(mixed $header): void
    {
    }

    public function SendMessage(object $request): array
    {
        if (hash('sha256', $request->edxml) !== $request->sha256) throw new SoapFault('Server', 'The file came damaged');
        return ['receiptId' => substr($request->sha256, 0, 32), 'messageId' => 'm-1', 'duplicate' => false,
            'acceptedAt' => gmdate('Y-m-d\TH:i:s\Z')];
    }
}

$server = new SoapServer(getenv('BENCH_WSDL'), ['cache_wsdl' => WSDL_CACHE_BOTH]);
$server->setObject(new Bench());
$server->handle();
