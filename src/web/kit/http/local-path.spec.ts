import type { FastifyRequest } from 'fastify';
import { cameFrom, localPath } from './local-path.js';

describe('where to go after signing in', () => {
  it.each([
    ['a path of ours is followed', '/phieu/1?danh-sach=hom-nay', '/phieu/1?danh-sach=hom-nay'],
    ['a whole address is not', 'https://example.com/', '/'],
    ['an address without scheme is not', '//example.com/', '/'],
    ['a backslash that browsers read as a stroke is not', '/\\example.com', '/'],
    ['a dot before an address is not', '/.//example.com', '/'],
    ['two dots before an address are not', '/a/..//example.com/x', '/'],
    ['a coded dot before an address is not', '/%2e//example.com', '/'],
    ['a dot within a path of ours falls away', '/phieu/./1', '/phieu/1'],
    ['a hidden tab is not', '/\t/example.com', '/'],
    ['a relative path is not', 'phieu', '/'],
    ['a list of values is not', ['/a', '/b'], '/'],
    ['nothing is not', undefined, '/'],
  ])('%s', (_rule, given, expected) => {
    expect(localPath(given, '/')).toBe(expected);
  });
});

describe('the page a form came from', () => {
  const request = (referer?: string): FastifyRequest =>
    ({ headers: { referer }, host: 'hoi-am.local:8022' }) as unknown as FastifyRequest;

  it.each([
    ['a page of ours', 'http://hoi-am.local:8022/phieu/1?x=1', '/phieu/1?x=1'],
    ['a path of ours that reads as another site', 'http://hoi-am.local:8022//example.com/a', '/'],
    ['another site', 'http://example.com/phieu/1', null],
    ['another port is another site', 'http://hoi-am.local:9000/phieu/1', null],
    ['something unreadable', 'not an address', null],
    ['a browser that does not say', undefined, null],
  ])('%s', (_rule, referer, expected) => {
    expect(cameFrom(request(referer))).toBe(expected);
  });
});
