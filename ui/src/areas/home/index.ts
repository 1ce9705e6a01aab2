export { home } from './HomePage';
