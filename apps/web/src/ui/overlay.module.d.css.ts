declare const classes: {
  readonly body: string;
  readonly dialog: string;
  readonly head: string;
  readonly menu: string;
  readonly menuBox: string;
  readonly menuHead: string;
  readonly menuSep: string;
  readonly sheet: string;
  readonly title: string;
  readonly who: string;
  readonly wide: string;
};
export default classes;
