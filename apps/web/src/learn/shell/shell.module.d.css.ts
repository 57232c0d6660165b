declare const classes: {
  readonly app: string;
  readonly band: string;
  readonly bare: string;
  readonly brand: string;
  readonly foot: string;
  readonly group: string;
  readonly main: string;
  readonly nav: string;
  readonly places: string;
  readonly scope: string;
  readonly space: string;
  readonly sync: string;
  readonly top: string;
};
export default classes;
