import { connect } from 'node:tls';
import { endOf, securedBy, type DirectoryLine } from './line.js';
import { staffFailure } from './staff-failure.js';

const USUAL_PORT = 636;

/** The last moment of the certificate that the directory shows, once it was found to be good. @throws OutsideUnavailable · OutsideRefused */
export function certificateEnd(line: DirectoryLine): Promise<Date> {
  const { hostname, port } = new URL(line.url);
  const host = hostname.replace(/^\[|\]$/gu, '');
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: port === '' ? USUAL_PORT : Number(port),
      ...securedBy(line, endOf(line)),
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
