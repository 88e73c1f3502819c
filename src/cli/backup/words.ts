const MEBIBYTE = 2 ** 20;
/** So many files between two words of progress. */
const STEP = 500;

/** Where people wait: told how far the work is; a pipe is not. */
export interface Terminal {
  readonly isSeen: boolean;
  readonly tell: (line: string) => void;
}

/** `1.234,5 MB` */
export function megabytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}

export function progressOn({ isSeen, tell }: Terminal, words: string): (files: number) => void {
  return (files) => {
    if (isSeen && files % STEP === 0) tell(`${words} ${files.toLocaleString('vi-VN')} tệp…`);
  };
}
