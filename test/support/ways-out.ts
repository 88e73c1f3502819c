/** Where the app calls out, and what guards the address. */
export const WAYS_OUT: Readonly<Record<string, string>> = {
  'integrations/calendar-feed/https-calendar-feed.ts': 'listed hosts, checked addresses, no redirects',
  'integrations/hotline/https-webhook-post.ts': 'listed hosts, checked addresses, no redirects',
  'integrations/trust/allowed-host.ts': 'listed hosts, checked addresses, no redirects',
  'integrations/e-office/soap/client/http-post.ts': 'one address, by the agent of line-security.ts',
  'integrations/e-office/soap/line-security.ts': 'the guard of lines itself',
  'integrations/e-office/soap/client/soap-client.ts': 'reads the contract from a file; its calls go by http-post.ts',
  'src/platform/telemetry/sent-traces.ts': 'one address of the settings; what goes there is kinds, numbers and ids',
  'src/platform/database/data-source-options.ts':
    'one address of the settings; what goes there is everything that is kept',
  'src/platform/files/s3/': 'one address of the settings; what goes there is stored files under their hashes',
  'integrations/mail/smtp-mailer.ts': 'one address of the settings; letters bring no address to fetch',
  'integrations/syslog/syslog-log-host.ts': 'one address of the settings; what goes there is a digest',
  'integrations/antivirus/clamd-virus-scanner.ts': 'one address of the settings; files name no address to fetch',
  'integrations/directory-ldap/': 'one address of the settings, ldaps only',
  'src/bootstrap/doctor-probe.ts': 'the addresses of the settings, when an operator runs the doctor; no redirects',
};
