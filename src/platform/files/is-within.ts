import system from 'node:path';

/** Whether a path is a folder, or lies below it. @param paths how the system writes paths: on Windows another drive is elsewhere */
export function isWithin(folder: string, path: string, paths: typeof system = system): boolean {
  const way = paths.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}
