/** What a tag is filled with: text, a yes or no, or a list of texts or of things with tags of their own. */
export type TagShape = 'text' | 'flag' | { readonly items: 'text' | TagShapes };

export interface TagShapes {
  readonly [tag: string]: TagShape;
}

/** Every tag by its name, those inside lists included. */
export function tagNames(shapes: TagShapes): readonly string[] {
  return Object.entries(shapes).flatMap(([tag, shape]) => [
    tag,
    ...(typeof shape === 'object' && shape.items !== 'text' ? tagNames(shape.items) : []),
  ]);
}
