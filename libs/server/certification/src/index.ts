export { createTypstDocuments } from './documents/typst-documents.js';
