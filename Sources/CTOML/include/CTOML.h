#ifndef CTOML_H
#define CTOML_H
/* A C face of toml++: text in, a stream of events out. */
#endif
