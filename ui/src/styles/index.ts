import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import './palette.css';
import './meaning.css';
import './base.css';
import './print.css';
