/* needy.h — takes a type from a header that it does not include.   [base] */
#ifndef IDEENKARTE_NEEDY_H
#define IDEENKARTE_NEEDY_H
size_t ik_needy_size(void);
#endif
