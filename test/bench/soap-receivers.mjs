/**
 * The receiving sides of the SOAP bench, each a process of its own so that its CPU can be told from the sender's: ours, the bare limit, and
 * the servers that a department would build on instead, node-soap's and PHP's.
 */
import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { processCpuMs } from './measure.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @typedef {object} Receiver
 * @property {string} name
 * @property {{port: number, path: string}} address
 * @property {() => Promise<{cpuMs: number, peakMiB: number}>} spent so far
 * @property {() => void} stop
 */

/** @returns {Promise<Receiver[]>} ours and the limit, which knows whether the file lies in a part of its own */
export const ours = (inParts) =>
  Promise.all([
    forked('ours', 'soap-server.mjs', '/soap'),
    forked('limit', 'soap-server.mjs', inParts ? '/floor-of-parts' : '/floor'),
  ]);

/**
 * @returns {Promise<Receiver[]>} the servers of others
 * @throws Error that names the packages to install
 */
export const peers = () => Promise.all([forked('nodeSoap', 'soap-node-soap.mjs', '/eoffice/v1'), php()]);

async function forked(name, module, path) {
  const child = fork(here(module));
  const [{ port }] = await once(child, 'message');
  const spent = async () => {
    child.send('spent');
    const [spent] = await once(child, 'message');
    return spent;
  };
  return { name, address: { port, path }, spent, stop: () => child.disconnect() };
}

async function php() {
  if (spawnSync('php', ['-r', 'exit((int) !class_exists("SoapServer"));']).status !== 0) {
    throw new Error('PHP or its SOAP extension is missing: apt-get install php-cli php-soap php-xml');
  }
  const limits = ['-d', 'post_max_size=128M', '-d', 'memory_limit=768M', '-d', 'soap.wsdl_cache_dir=/tmp'];
  const child = spawn('php', [...limits, '-S', '127.0.0.1:0', here('soap-php.php')], {
    env: { ...process.env, BENCH_WSDL: here('../../integrations/e-office/contract/eoffice.wsdl') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const spent = async () => ({ cpuMs: processCpuMs(child.pid).own, peakMiB: peakMiBOf(child.pid) });
  return { name: 'php', address: { port: await portOf(child), path: '/' }, spent, stop: () => child.kill() };
}

/** PHP says where it listens, then speaks of every request: it must be heard to the end. */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`PHP does not start: ${said}`)));
    child.stderr.on('data', (text) => {
      if (said.length < 4096) said += text;
      const [, port] = /127\.0\.0\.1:(\d+)\) started/u.exec(said) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

function peakMiBOf(pid) {
  const [, kiB] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
  return Number(kiB) / 1024;
}
