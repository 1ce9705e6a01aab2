export { guide } from './GuidePage';
