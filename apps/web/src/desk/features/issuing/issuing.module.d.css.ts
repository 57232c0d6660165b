declare const classes: {
  readonly big: string;
  readonly end: string;
  readonly figure: string;
  readonly leave: string;
  readonly now: string;
  readonly rate: string;
  readonly reason: string;
  readonly soft: string;
  readonly spark: string;
  readonly sparkArea: string;
  readonly sparkBase: string;
  readonly sparkLine: string;
  readonly stages: string;
  readonly track: string;
};
export default classes;
