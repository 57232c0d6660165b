declare const classes: {
  readonly close: string;
  readonly field: string;
  readonly foot: string;
  readonly group: string;
  readonly in: string;
  readonly keys: string;
  readonly list: string;
  readonly none: string;
  readonly note: string;
  readonly palette: string;
  readonly row: string;
  readonly sheet: string;
  readonly sub: string;
  readonly vh: string;
};
export default classes;
