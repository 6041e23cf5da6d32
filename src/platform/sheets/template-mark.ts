/** Custom document properties by which an import recognises a template of ours. */
export const NAME_PROPERTY = 'silian.sheet';
export const VERSION_PROPERTY = 'silian.version';
