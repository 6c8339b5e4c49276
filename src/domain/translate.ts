/** Gives the words of a key in the language of the screen, with what stands in their places. */
export type Translate = (key: string, named?: Record<string, unknown>, plural?: number) => string;
