export declare const noChance: readonly { readonly selector: string; readonly message: string }[];
