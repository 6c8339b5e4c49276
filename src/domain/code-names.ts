/** The check of names against lists and other documents: its findings may be settled by documents that come later. */
export const CODE_NAME_RULE = 'code_has_its_name';

/** Documents beside the one that is checked whose names for a code count; more of them change nothing. */
export const ENOUGH_OTHERS = 3;
