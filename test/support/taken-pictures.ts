/** Pictures for people to look at cost half a second of a core each: where somebody asks for them. A page that fails is taken in any case. */
export const TAKES_PICTURES = process.env['TEST_PICTURES'] === '1';
