declare const classes: {
  readonly added: string;
  readonly changed: string;
  readonly db: string;
  readonly dif: string;
  readonly fold: string;
  readonly g: string;
  readonly isOn: string;
  readonly moved: string;
  readonly movedFrom: string;
  readonly nt: string;
  readonly relocated: string;
  readonly removed: string;
  readonly two: string;
  readonly tx: string;
  readonly vw: string;
  readonly wide: string;
};
export default classes;
