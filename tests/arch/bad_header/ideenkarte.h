/* ideenkarte.h — an umbrella that forgets a header.   [umbrella] */
#ifndef IDEENKARTE_H
#define IDEENKARTE_H
#endif
