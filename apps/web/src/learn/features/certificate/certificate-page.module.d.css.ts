declare const classes: {
  readonly acts: string;
  readonly code: string;
  readonly conditions: string;
  readonly detail: string;
  readonly hash: string;
  readonly main: string;
  readonly mine: string;
  readonly motto: string;
  readonly no: string;
  readonly noun: string;
  readonly rule: string;
  readonly signed: string;
  readonly square: string;
  readonly state: string;
  readonly title: string;
  readonly yes: string;
};
export default classes;
