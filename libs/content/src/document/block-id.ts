/** What a block id may be; short enough for an address (`#b-…`) and safe in any attribute. */
export const BLOCK_ID = /^[A-Za-z0-9_-]{1,40}$/;
