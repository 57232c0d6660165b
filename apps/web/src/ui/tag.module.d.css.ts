declare const classes: {
  readonly accent: string;
  readonly bad: string;
  readonly info: string;
  readonly isBad: string;
  readonly isInfo: string;
  readonly isOk: string;
  readonly isSoft: string;
  readonly isWarn: string;
  readonly line: string;
  readonly ok: string;
  readonly saved: string;
  readonly status: string;
  readonly tag: string;
  readonly warn: string;
};
export default classes;
