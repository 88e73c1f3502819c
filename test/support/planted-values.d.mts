export declare const PLANTED: Readonly<Record<string, string>>;
export declare function plantedIn(folder: string, planted?: Readonly<Record<string, string>>): readonly string[];
export declare function loggedLines(folder: string): number;
