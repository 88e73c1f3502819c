import { connect } from 'node:tls';
import { timeoutSignal, tlsOptionsFor, type DirectoryConfig } from './directory-config.js';
import { staffFailure } from './staff-failure.js';

const USUAL_PORT = 636;

/** When the directory's certificate expires; the certificate is verified first. @throws OutsideUnavailable · OutsideRefused */
export function certificateEnd(config: DirectoryConfig): Promise<Date> {
  const { hostname, port } = new URL(config.url);
  const host = hostname.replace(/^\[|\]$/gu, '');
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: port === '' ? USUAL_PORT : Number(port),
      ...tlsOptionsFor(config, timeoutSignal(config)),
    });
    socket.once('secureConnect', () => {
      resolve(new Date(socket.getPeerCertificate().valid_to));
      socket.end();
    });
    socket.on('error', (cause) => {
      reject(staffFailure(cause));
    });
    socket.once('close', () => {
      reject(staffFailure(new Error('closed')));
    });
  });
}
