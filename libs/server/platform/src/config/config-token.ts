import { Inject } from '@nestjs/common';

/** Injection token of the program's `Config`. */
export const CONFIG = Symbol('config');

/** Injects the program's `Config`. */
export const InjectConfig = () => Inject(CONFIG);
