export { InsightHttpModule } from './insight-http.module.js';
