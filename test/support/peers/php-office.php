<?php
/**
 * The e-office's side of the contract once more, by PHP's own SoapServer made from the published WSDL: what proves
 * that the contract can be built by others. Run as the router of `php -S`; keeps a ledger of its own as one JSON file.
 *
 * Environment: OFFICE_CONTRACT (folder of eoffice.wsdl and eoffice.xsd), OFFICE_FOLDER, OFFICE_USERNAME,
 * OFFICE_PASSWORD, OFFICE_AGENCY.
 */
declare(strict_types=1);

const NS = 'urn:vn:eoffice:integration:v1';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const DIGEST = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest';
const EDXML = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const ENVELOPES = [
    SOAP_1_1 => 'http://schemas.xmlsoap.org/soap/envelope/',
    SOAP_1_2 => 'http://www.w3.org/2003/05/soap-envelope',
];
const MAX_MESSAGE = 52428800;
const MAX_FILE = 20971520;
const RETRYABLE = ['EO-HASH', 'EO-THROTTLED', 'EO-BUSY', 'EO-INTERNAL'];
const OTHERS_FAULT = ['EO-BUSY', 'EO-INTERNAL'];

ini_set('display_errors', '0');
date_default_timezone_set('UTC');

function refusal(string $code, string $message, string ...$fields): SoapFault
{
    $detail = ['code' => $code, 'message' => $message, 'retryable' => in_array($code, RETRYABLE, true)];
    if ($fields !== []) $detail['field'] = $fields;
    $place = in_array($code, OTHERS_FAULT, true) ? 'Server' : 'Client';
    return new SoapFault($place, "$code: $message", null, $detail, 'EOfficeFault');
}

function now(): string
{
    return gmdate('Y-m-d\TH:i:s\Z');
}

/** Everything the office remembers, written whole after each change. */
final class Ledger
{
    public array $data;

    public function __construct(private readonly string $folder)
    {
        $this->data = is_file("$folder/ledger.json")
            ? json_decode(file_get_contents("$folder/ledger.json"), true, 64, JSON_THROW_ON_ERROR)
            : ['last' => 0, 'mailbox' => [], 'outbox' => [], 'sent' => [], 'incoming' => [], 'requests' => [], 'seals' => [],
                'sealedFiles' => [], 'nonces' => []];
    }

    public function save(): void
    {
        file_put_contents("$this->folder/ledger.new", json_encode($this->data, JSON_THROW_ON_ERROR));
        rename("$this->folder/ledger.new", "$this->folder/ledger.json");
    }

    public function next(string $prefix): string
    {
        return $prefix . '-' . (++$this->data['last']);
    }

    /** @return string sha256 of the bytes, under which they are kept */
    public function keep(string $bytes): string
    {
        $sha256 = hash('sha256', $bytes);
        file_put_contents("$this->folder/$sha256", $bytes);
        return $sha256;
    }

    public function bytes(string $sha256): string
    {
        return file_get_contents("$this->folder/$sha256");
    }

    public function queue(string $bytes, string $kind, string $from, string $documentId = ''): string
    {
        $id = $this->next('msg');
        $this->data['mailbox'][$id] = ['messageId' => $id, 'position' => $this->data['last'], 'kind' => $kind,
            'fromAgency' => $from, 'documentId' => $documentId, 'size' => strlen($bytes),
            'sha256' => $this->keep($bytes), 'queuedAt' => now(), 'receiptId' => null];
        return $id;
    }
}

/** Guards the way in: who calls, what is called, and whether it is as the schema says. */
final class Gate
{
    public DOMElement $message;
    public int $version;

    public function __construct(private readonly Ledger $ledger, private readonly string $contract)
    {
    }

    /** @throws SoapFault */
    public function open(string $raw, array $head): void
    {
        $this->version = str_starts_with($head['CONTENT_TYPE'] ?? '', 'application/soap+xml') ? SOAP_1_2 : SOAP_1_1;
        $document = new DOMDocument();
        libxml_use_internal_errors(true);
        if ($raw === '' || !$document->loadXML($raw, LIBXML_NONET | LIBXML_PARSEHUGE) || $document->doctype !== null) {
            throw refusal('EO-VALIDATION', 'Thông điệp không phải XML hợp lệ.');
        }
        $body = $this->body($document);
        $this->requireCaller($document);
        $this->message = $body;
        $this->requireAction($head);
        $this->requireSchema();
    }

    private function body(DOMDocument $document): DOMElement
    {
        $envelope = $document->documentElement;
        if ($envelope->namespaceURI !== ENVELOPES[$this->version] || $envelope->localName !== 'Envelope') {
            throw refusal('EO-UNSUPPORTED-VERSION', 'Phong bì SOAP không đúng phiên bản của kiểu nội dung.');
        }
        $bodies = [];
        foreach ($envelope->childNodes as $child) {
            if ($child instanceof DOMElement && $child->localName === 'Body') $bodies[] = $child;
        }
        $messages = [];
        foreach ($bodies as $one) {
            foreach ($one->childNodes as $child) if ($child instanceof DOMElement) $messages[] = $child;
        }
        if (count($bodies) !== 1 || count($messages) !== 1) {
            throw refusal('EO-VALIDATION', 'Cần đúng một Body với một phần tử.');
        }
        return $messages[0];
    }

    private function requireCaller(DOMDocument $document): void
    {
        $text = static function (string $ns, string $name) use ($document): string {
            $tokens = $document->getElementsByTagNameNS(WSSE, 'UsernameToken');
            if ($tokens->length !== 1) return '';
            return trim($tokens->item(0)->getElementsByTagNameNS($ns, $name)->item(0)?->textContent ?? '');
        };
        $created = $text(WSU, 'Created');
        $nonce = $text(WSSE, 'Nonce');
        $expected = getenv('OFFICE_PASSWORD');
        $type = $document->getElementsByTagNameNS(WSSE, 'Password')->item(0)?->getAttribute('Type');
        if ($type === DIGEST) {
            $expected = base64_encode(sha1(base64_decode($nonce) . $created . $expected, true));
        }
        $known = $text(WSSE, 'Username') === getenv('OFFICE_USERNAME');
        if (!$known || !hash_equals($expected, $text(WSSE, 'Password'))) {
            throw refusal('EO-AUTH', 'Tên hoặc mật khẩu không đúng.');
        }
        $at = strtotime($created);
        if ($at === false || abs(time() - $at) > 300) throw refusal('EO-AUTH', 'Thông điệp quá cũ hoặc quá mới.');
        if ($nonce !== '' && isset($this->ledger->data['nonces'][$nonce])) {
            throw refusal('EO-AUTH', 'Thông điệp phát lại.');
        }
        if ($nonce !== '') $this->ledger->data['nonces'][$nonce] = $at;
    }

    private function requireAction(array $head): void
    {
        $action = $this->version === SOAP_1_1
            ? trim($head['HTTP_SOAPACTION'] ?? '', '"')
            : (preg_match('/action="?([^";]+)/', $head['CONTENT_TYPE'] ?? '', $found) ? $found[1] : null);
        if ($action !== null && $action !== NS . '/' . $this->message->localName) {
            throw refusal('EO-VALIDATION', 'SOAPAction không khớp với Body.');
        }
    }

    private function requireSchema(): void
    {
        $alone = new DOMDocument();
        $alone->appendChild($alone->importNode($this->message, true));
        if (!$alone->schemaValidate("$this->contract/eoffice.xsd", LIBXML_SCHEMA_CREATE)) {
            $first = libxml_get_errors()[0] ?? null;
            preg_match("/Element '(?:\{[^}]*\})?([^']+)'/", $first?->message ?? '', $found);
            throw refusal('EO-VALIDATION', 'Thông điệp không đúng lược đồ.', $found[1] ?? $this->message->localName);
        }
    }
}

/** What answers; each method is an operation of the WSDL. */
final class Office
{
    public function __construct(private readonly Ledger $ledger, private readonly string $agency)
    {
    }

    /** The header that the gate has judged already; without it SoapServer would refuse mustUnderstand. */
    public function Security(mixed $header): void
    {
    }

    public function GetServiceInfo(object $request): array
    {
        return ['contractVersion' => '1.0', 'product' => 'PHP SoapServer ' . PHP_VERSION, 'maxMessageBytes' => MAX_MESSAGE,
            'maxFileBytes' => MAX_FILE, 'capability' => ['ranges', 'file-ranges'], 'serverTime' => now()];
    }

    public function ListPending(object $request): array
    {
        if ($request->agencyCode !== $this->agency) {
            throw $this->isKnown($request->agencyCode)
                ? refusal('EO-FORBIDDEN', 'Không được đọc hộp thư của cơ quan khác.', 'agencyCode')
                : refusal('EO-UNKNOWN-AGENCY', 'Không có cơ quan này.', 'agencyCode');
        }
        $open = array_values(array_filter($this->ledger->data['mailbox'], static fn (array $one): bool =>
            $one['receiptId'] === null && (!isset($request->kind) || $one['kind'] === $request->kind)));
        $page = $this->page($open, $request->page ?? null, 200, 'item', static fn (array $one): int => $one['position']);
        $page['item'] = array_map(static fn (array $one): array => array_filter($one, static fn ($value) => $value !== '')
            + ['deliveryCount' => 0], $page['item']);
        return $page;
    }

    public function GetMessage(object $request): array
    {
        $message = $this->message($request->messageId);
        $offset = (int) ($request->offset ?? 0);
        if ($offset > $message['size']) throw refusal('EO-VALIDATION', 'Vị trí nằm ngoài tệp.', 'offset');
        $bytes = $this->ledger->bytes($message['sha256']);
        $part = substr($bytes, $offset, isset($request->length) ? (int) $request->length : null);
        return ['messageId' => $message['messageId'], 'totalSize' => $message['size'], 'sha256' => $message['sha256'],
            'offset' => $offset, 'edxml' => $part];
    }

    public function AcknowledgeMessage(object $request): array
    {
        $message = $this->message($request->messageId);
        if ($message['sha256'] !== $request->sha256) throw refusal('EO-HASH', 'Mã băm không khớp.', 'sha256');
        $receipt = $message['receiptId'] ?? $this->ledger->next('rcp');
        $this->ledger->data['mailbox'][$message['messageId']]['receiptId'] = $receipt;
        return ['receiptId' => $receipt];
    }

    public function SendMessage(object $request): array
    {
        if (hash('sha256', $request->edxml) !== $request->sha256) throw refusal('EO-HASH', 'Mã băm không khớp.', 'sha256');
        return $this->once('sent', $request->consignmentId, $request->sha256, 'consignmentId', function () use ($request): array {
            [$from, $addressees, $documentId] = $this->readEdxml($request->edxml);
            if ($from !== $this->agency) throw refusal('EO-FORBIDDEN', 'Cơ quan gửi không phải của tài khoản.', 'From/OrganId');
            foreach ($addressees as $code) {
                if (!$this->isKnown($code)) throw refusal('EO-UNKNOWN-AGENCY', "Không có cơ quan $code.", 'To/OrganId');
            }
            if (in_array($this->agency, $addressees, true)) {
                $this->ledger->queue($request->edxml, $request->kind, $from, $documentId);
            }
            $this->ledger->keep($request->edxml);
            $receipt = ['receiptId' => $this->ledger->next('rcp'), 'messageId' => $this->ledger->next('out'), 'acceptedAt' => now()];
            $this->ledger->data['outbox'][] = ['messageId' => $receipt['messageId'], 'consignmentId' => $request->consignmentId,
                'position' => $this->ledger->data['last'], 'kind' => $request->kind, 'documentId' => $documentId,
                'size' => strlen($request->edxml), 'sha256' => $request->sha256, 'queuedAt' => now()];
            return $receipt;
        });
    }

    public function ListMessages(object $request): array
    {
        $from = strtotime($request->from);
        $rows = array_filter($this->ledger->data[$request->direction === 'toUs' ? 'mailbox' : 'outbox'],
            static fn (array $one): bool => strtotime($one['queuedAt']) >= $from);
        $page = $this->page(array_values($rows), $request->page ?? null, 200, 'item', static fn (array $one): int => $one['position']);
        $page['item'] = array_map(fn (array $one): array => array_filter($one, static fn (mixed $value): bool => $value !== '')
            + ['fromAgency' => $this->agency, 'at' => $one['queuedAt'], 'acknowledged' => ($one['receiptId'] ?? '') !== ''], $page['item']);
        return $page;
    }

    public function RegisterIncoming(object $request): array
    {
        $content = $this->contentOf($request);
        return $this->once('incoming', $request->clientRequestId, $content, 'clientRequestId', function () use ($request): array {
            $day = $request->arrivalDate ?? substr($request->receivedAt, 0, 10);
            $number = $request->arrivalNumber ?? (string) (count($this->ledger->data['incoming']) + 1);
            return ['incomingId' => $this->ledger->next('in'), 'incomingNumber' => $number,
                'bookYear' => (int) substr($day, 0, 4), 'registeredAt' => now()];
        });
    }

    public function SubmitForSignature(object $request): array
    {
        $content = $this->contentOf($request);
        $answer = $this->once('requests', $request->clientRequestId, $content, 'clientRequestId', function () use ($request): array {
            foreach ($request->signer as $signer) {
                if (!str_starts_with($signer->userCode, 'ld-')) throw refusal('EO-UNKNOWN-SIGNER', 'Không có người ký này.', 'signer/userCode');
            }
            $files = array_map(fn (object $file): array => $this->fileRef($file, 'main', $file->content), $request->file);
            return ['signatureRequestId' => $this->ledger->next('sig'), 'clientRequestId' => $request->clientRequestId,
                'revision' => ++$this->ledger->data['last'], 'status' => 'received', 'changedAt' => now(), 'files' => $files,
                'signedFile' => []];
        });
        return ['signatureRequestId' => $answer['signatureRequestId'],
            'status' => $this->ledger->data['requests'][$request->clientRequestId]['answer']['status'],
            'duplicate' => $answer['duplicate']];
    }

    public function GetSignatureStates(object $request): array
    {
        $all = array_map(static fn (array $kept): array => $kept['answer'], array_values($this->ledger->data['requests']));
        if (isset($request->changedSince)) {
            usort($all, static fn (array $one, array $other): int => $one['revision'] <=> $other['revision']);
            return $this->page($all, $request->changedSince, 200, 'state', static fn (array $one): int => $one['revision']);
        }
        $ids = $request->clientRequestId ?? $request->signatureRequestId;
        $key = isset($request->clientRequestId) ? 'clientRequestId' : 'signatureRequestId';
        return ['state' => array_values(array_filter($all, static fn (array $one): bool => in_array($one[$key], $ids, true))),
            'more' => false];
    }

    public function GetSignedFile(object $request): array
    {
        $kept = $this->request($request->signatureRequestId);
        foreach ($kept['signedFile'] as $file) {
            if ($file['fileId'] === $request->fileId) return $this->part($file, $request);
        }
        throw refusal('EO-NOT-FOUND', 'Không có tệp đã ký này.', 'fileId');
    }

    private function part(array $file, object $request): array
    {
        $bytes = $this->ledger->bytes($file['sha256']);
        if (!isset($request->offset) && !isset($request->length)) return ['file' => $file + ['content' => $bytes]];
        $offset = (int) ($request->offset ?? 0);
        if ($offset > strlen($bytes)) throw refusal('EO-VALIDATION', 'Vị trí nằm ngoài tệp.', 'offset');
        $part = substr($bytes, $offset, isset($request->length) ? (int) $request->length : null);
        return ['file' => $file + ['content' => $part], 'offset' => $offset];
    }

    public function ApplySeal(object $request): array
    {
        $kept = $this->request($request->signatureRequestId);
        $answer = $this->once('seals', $request->clientRequestId, $this->contentOf($request), 'clientRequestId', function () use ($request, $kept): array {
            if ($kept['status'] !== 'signed') throw refusal('EO-STATE', 'Chỉ đóng dấu văn bản đã ký.', 'signatureRequestId');
            if (($kept['signedFile'][0]['sha256'] ?? '') !== $request->sha256) throw refusal('EO-HASH', 'Mã băm không khớp.', 'sha256');
            $this->change($kept['clientRequestId'], ['status' => 'sealed', 'documentNumber' => $request->documentNumber ?? '']);
            return ['status' => 'sealed'];
        });
        return ['status' => $answer['status'], 'duplicate' => $answer['duplicate']];
    }

    public function SealFile(object $request): array
    {
        $content = $this->contentOf($request);
        $answer = $this->once('sealedFiles', $request->clientRequestId, $content, 'clientRequestId', function () use ($request): array {
            return ['file' => $this->fileRef($request->file, 'signed', $request->file->content . "\n% " . $request->text . "\n")];
        });
        return ['file' => $answer['file'] + ['content' => $this->ledger->bytes($answer['file']['sha256'])],
            'duplicate' => $answer['duplicate']];
    }

    public function TakeNumber(object $request): array
    {
        $kept = $this->request($request->signatureRequestId);
        $answer = $this->once('numbers', $request->clientRequestId, $this->contentOf($request), 'clientRequestId', function () use ($kept): array {
            if ($kept['status'] !== 'signed') throw refusal('EO-STATE', 'Chỉ cấp số văn bản đã ký.', 'signatureRequestId');
            return ['documentNumber' => sprintf('%02d', count($this->ledger->data['numbers'] ?? []) + 1), 'issuedDate' => substr(now(), 0, 10)];
        });
        return $answer;
    }

    public function CancelSignature(object $request): array
    {
        $kept = $this->ledger->data['requests'][$request->clientRequestId]['answer'] ?? null;
        if ($kept === null) throw refusal('EO-NOT-FOUND', 'Không có yêu cầu ký này.', 'clientRequestId');
        if ($kept['status'] === 'sealed') throw refusal('EO-STATE', 'Văn bản đã đóng dấu.', 'clientRequestId');
        if ($kept['status'] !== 'cancelled') $this->change($request->clientRequestId, ['status' => 'cancelled', 'comment' => $request->reason]);
        return ['status' => 'cancelled'];
    }

    public function GetDocumentStates(object $request): array
    {
        return ['state' => [], 'more' => false];
    }

    public function ListAgencies(object $request): array
    {
        $codes = array_filter($this->agencies(), static fn (array $one): bool =>
            !isset($request->parentCode) || ($one['parentCode'] ?? null) === $request->parentCode);
        return $this->page(array_values($codes), $request->page ?? null, 1000, 'agency', static fn (array $one): int => $one['at']);
    }

    /** A leader signs: for the test alone, no signature is made. */
    public function sign(string $clientRequestId): void
    {
        $kept = $this->ledger->data['requests'][$clientRequestId]['answer'];
        $bytes = $this->ledger->bytes($kept['files'][0]['sha256']) . "% đã ký\n";
        $file = ['size' => strlen($bytes), 'sha256' => $this->ledger->keep($bytes), 'role' => 'signed'] + $kept['files'][0];
        $this->change($clientRequestId, ['status' => 'signed', 'signedFile' => [$file], 'lastActor' => 'ld-1']);
    }

    private function change(string $clientRequestId, array $change): void
    {
        $kept = &$this->ledger->data['requests'][$clientRequestId]['answer'];
        $kept = array_merge($kept, $change, ['revision' => ++$this->ledger->data['last'], 'changedAt' => now()]);
    }

    /** The same id and content gives the same answer; the same id and other content is refused. */
    private function once(string $book, string $id, string $content, string $field, callable $first): array
    {
        $known = $this->ledger->data[$book][$id] ?? null;
        if ($known === null) {
            $answer = $first();
            $this->ledger->data[$book][$id] = ['content' => $content, 'answer' => $answer];
            return $answer + ['duplicate' => false];
        }
        if ($known['content'] !== $content) throw refusal('EO-CONFLICT', 'Mã đã dùng cho nội dung khác.', $field);
        return $known['answer'] + ['duplicate' => true];
    }

    private function contentOf(object $request): string
    {
        $copy = clone $request;
        $files = $request->file ?? [];
        $copy->file = array_map(static function (object $file): array {
            if (strlen($file->content) > MAX_FILE) throw refusal('EO-SIZE', 'Tệp quá lớn.', 'file/content');
            if (hash('sha256', $file->content) !== $file->sha256) throw refusal('EO-HASH', 'Mã băm không khớp.', 'file/sha256');
            return [$file->fileId, $file->fileName, $file->sha256];
        }, is_array($files) ? $files : [$files]);
        return hash('sha256', json_encode($copy, JSON_THROW_ON_ERROR));
    }

    private function fileRef(object $file, string $role, string $bytes): array
    {
        return ['fileId' => $file->fileId, 'fileName' => $file->fileName, 'contentType' => $file->contentType,
            'size' => strlen($bytes), 'sha256' => $this->ledger->keep($bytes), 'role' => $role];
    }

    private function page(array $rows, ?object $page, int $most, string $name, callable $positionOf): array
    {
        $after = $page->cursor ?? '0';
        if (!ctype_digit($after)) throw refusal('EO-VALIDATION', 'Con trỏ trang không do hệ thống này cấp.', 'page/cursor');
        $rest = array_values(array_filter($rows, static fn (array $one): bool => $positionOf($one) > (int) $after));
        $cut = array_slice($rest, 0, $page->maxItems ?? $most);
        $answer = [$name => $cut, 'more' => count($rest) > count($cut)];
        if ($cut !== []) $answer['nextCursor'] = (string) $positionOf($cut[count($cut) - 1]);
        return $answer;
    }

    private function message(string $id): array
    {
        return $this->ledger->data['mailbox'][$id] ?? throw refusal('EO-NOT-FOUND', 'Không có văn bản này.', 'messageId');
    }

    private function request(string $id): array
    {
        foreach ($this->ledger->data['requests'] as $kept) {
            if ($kept['answer']['signatureRequestId'] === $id) return $kept['answer'];
        }
        throw refusal('EO-NOT-FOUND', 'Không có yêu cầu ký này.', 'signatureRequestId');
    }

    /** @return array{string, list<string>, string} sender, addressees, document id */
    private function readEdxml(string $bytes): array
    {
        $document = new DOMDocument();
        if (!$document->loadXML($bytes, LIBXML_NONET | LIBXML_PARSEHUGE) || $document->doctype !== null) {
            throw refusal('EO-VALIDATION', 'Nội dung không phải edXML.', 'edxml');
        }
        $paths = new DOMXPath($document);
        $paths->registerNamespace('x', EDXML);
        $codes = static function (string $path) use ($paths): array {
            $found = [];
            foreach ($paths->query($path) as $node) $found[] = trim($node->textContent);
            return $found;
        };
        $header = '/x:edXML/x:edXMLEnvelope/x:edXMLHeader/x:MessageHeader';
        [$from] = $codes("$header/x:From/x:OrganId") + [''];
        $to = $codes("$header/x:To/x:OrganId") ?: $codes("$header/x:ResponseFor/x:OrganId");
        if ($from === '' || $to === []) throw refusal('EO-VALIDATION', 'edXML thiếu nơi gửi hoặc nơi nhận.', 'edxml');
        return [$from, $to, $codes("$header/x:DocumentId")[0] ?? ''];
    }

    private function agencies(): array
    {
        $rows = [];
        foreach ([$this->agency => 'Sở', '000.00.22.H24' => 'Tổng đài 1022', '000.00.01.H24' => 'Văn phòng'] as $code => $name) {
            $rows[] = ['code' => (string) $code, 'name' => $name, 'active' => true, 'at' => count($rows) + 1];
        }
        return $rows;
    }

    private function isKnown(string $code): bool
    {
        return in_array($code, array_column($this->agencies(), 'code'), true);
    }
}

/** Answers one SOAP call. @return array{int, string, string} status, content type, body */
function answer(Ledger $ledger, string $raw): array
{
    $contract = getenv('OFFICE_CONTRACT');
    $gate = new Gate($ledger, $contract);
    $problem = null;
    try {
        $gate->open($raw, $_SERVER);
    } catch (SoapFault $fault) {
        $problem = $fault;
    }
    $server = new SoapServer("$contract/eoffice.wsdl", ['soap_version' => $gate->version,
        'cache_wsdl' => WSDL_CACHE_MEMORY, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS, 'send_errors' => true]);
    $server->setObject($problem === null ? new Office($ledger, getenv('OFFICE_AGENCY')) : new Refuser($problem));
    ob_start();
    $server->handle($problem === null ? $raw : placeholder($gate->version));
    $body = ob_get_clean();
    $isFault = (bool) preg_match('/<(?:SOAP-ENV|env):Fault>/', $body);
    $sender = $gate->version === SOAP_1_2 && str_contains($body, 'env:Sender');
    $type = $gate->version === SOAP_1_2 ? 'application/soap+xml; charset=utf-8' : 'text/xml; charset=utf-8';
    return [$isFault ? ($sender ? 400 : 500) : 200, $type, $body];
}

/** Says no to whatever is asked, so that SoapServer itself writes the fault. */
final class Refuser
{
    public function __construct(private readonly SoapFault $fault)
    {
    }

    public function GetServiceInfo(object $request): never
    {
        throw $this->fault;
    }
}

function placeholder(int $version): string
{
    return '<s:Envelope xmlns:s="' . ENVELOPES[$version] . '"><s:Body><GetServiceInfo xmlns="' . NS . '"/></s:Body></s:Envelope>';
}

$ledger = new Ledger(getenv('OFFICE_FOLDER'));
$raw = file_get_contents('php://input');
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/control/queue') {
    echo json_encode(['messageId' => $ledger->queue($raw, $_GET['kind'] ?? 'document', $_GET['from'])]);
} elseif ($path === '/control/sign') {
    (new Office($ledger, getenv('OFFICE_AGENCY')))->sign($_GET['id']);
} elseif ($path === '/control/ledger') {
    echo json_encode($ledger->data);
} elseif ($_SERVER['REQUEST_METHOD'] === 'GET') {
    header('Content-Type: text/xml; charset=utf-8');
    readfile(getenv('OFFICE_CONTRACT') . '/eoffice.wsdl');
} else {
    [$status, $type, $body] = answer($ledger, $raw);
    http_response_code($status);
    header("Content-Type: $type");
    echo $body;
}
$ledger->save();
