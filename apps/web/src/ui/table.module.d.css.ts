declare const classes: {
  readonly edge: string;
  readonly hideS: string;
  readonly isSel: string;
  readonly r: string;
  readonly stack: string;
  readonly stickyHead: string;
  readonly tbl: string;
  readonly tk: string;
  readonly tl: string;
  readonly tw: string;
  readonly wrap: string;
};
export default classes;
